/** 判定 */
export const decisions = [
  'adopted',
  'partlyAdopted',
  'adoptedInSpirit',
  'continued',
  'notAdopted',
  'alreadyDone',
] as const
export type Decision = (typeof decisions)[number]

/** 指示 to the department. */
export const directives = ['implement', 'study', 'information'] as const
export type Directive = (typeof directives)[number]

/** 検討結果: from “we do it” to “not now, and this is what it would take”. */
export const stances = [
  'do',
  'partly',
  'conditional',
  'trial',
  'study',
  'alternative',
  'difficult',
  'alreadyDone',
] as const
export type Stance = (typeof stances)[number]

/** 実施状況 */
export const implementationStatuses = [
  'notStarted',
  'preparing',
  'inProgress',
  'suspended',
  'implemented',
  'verified',
  'abandoned',
  'reverted',
] as const
export type ImplementationStatus = (typeof implementationStatuses)[number]

/** Decisions after which a department carries something out: they name it, an owner, a day and a project. */
export function isAdoption(decision: Decision): boolean {
  return decision === 'adopted' || decision === 'partlyAdopted'
}
