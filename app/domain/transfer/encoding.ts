export type Encoding = 'UTF-8' | 'Shift_JIS'
