/** Fiscal years and their 事務事業: some of them move the figure of a year. */
export type YearEvent =
  | { kind: 'fiscalYear.opened'; fiscalYear: number }
  | {
      kind: 'fiscalYear.changed'
      fiscalYear: number
      /** By the name of the setting. */
      before: Readonly<Record<string, string | number | null>>
      after: Readonly<Record<string, string | number | null>>
    }
  | { kind: 'fiscalYear.closed'; fiscalYear: number }
  | { kind: 'yearCheck.made' | 'yearCheck.takenBack'; fiscalYear: number; item: string }
  /** 事務事業 of the year before into this one. `carried` counts those that go on, the changed ones among them. */
  | {
      kind: 'projects.carriedOver'
      fiscalYear: number
      carried: number
      renamed: number
      transferred: number
      merged: number
      ended: number
    }
  | { kind: 'project.added'; fiscalYear: number; projectId: number }
  | {
      kind: 'project.changed'
      fiscalYear: number
      projectId: number
      projectYearId: number
      /** By the name of the field; what 事務事業 are called is public and nobody's name. */
      before: Readonly<Record<string, string | number | null>>
      after: Readonly<Record<string, string | number | null>>
    }
