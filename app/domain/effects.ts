/** 「よくなったこと」, the chips of a report; a city's own words for them are in the screens. */
export const effectTags = [
  'time',
  'cost',
  'mistakes',
  'service',
  'workplace',
  'revenue',
  'safety',
  'environment',
] as const
export type EffectTag = (typeof effectTags)[number]

export const ictKinds = ['ai', 'rpa', 'noCode', 'onlineApplication', 'other'] as const
export type IctKind = (typeof ictKinds)[number]

/** Reads the JSON array of a column; unknown codes are left out. */
export function effectTagsOf(json: string): EffectTag[] {
  const codes = JSON.parse(json) as string[]
  return effectTags.filter((tag) => codes.includes(tag))
}
