/** The people of the sample town who can sign in, one for each part. All of them are invented. */
export const cast = [{ employeeNumber: '004523', role: '事務局', name: '', hint: '' }] as const

/** Known to everybody on purpose: the sample town holds nothing but invented facts. */
export const samplePassword = 'mihon-no-machi'
