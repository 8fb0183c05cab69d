import type { Rubric } from '#app/domain/evaluation/rubric'

/** A rubric as its form starts it. */
export function valuesOfRubric(rubric: Rubric): Record<string, string> {
  const criteria = rubric.criteria.flatMap(({ name, weight, meanings }, place) => [
    [`criteria[${place}].name`, name],
    [`criteria[${place}].weight`, String(weight)],
    ...meanings.map((meaning, mark) => [`criteria[${place}].meanings[${mark}]`, meaning]),
  ])
  return {
    ...(Object.fromEntries(criteria) as Record<string, string>),
    minimumScorers: String(rubric.minimumScorers),
    adoptFrom: String(rubric.adoptFrom ?? ''),
    studyFrom: String(rubric.studyFrom ?? ''),
    cutAfter: String(rubric.cutAfter ?? ''),
    tieBreak: rubric.tieBreak,
  }
}
