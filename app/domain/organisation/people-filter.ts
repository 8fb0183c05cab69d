/** 「90日使っていない」: an ID that nobody uses is one that nobody misses when it is stolen. */
export const unusedDays = 90

export const peopleFilters = ['withoutPost', 'withoutAccount', 'unused', 'stopped'] as const
export type PeopleFilter = (typeof peopleFilters)[number]
