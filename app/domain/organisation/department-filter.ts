/** Without a filter the departments of today. */
export const departmentFilters = ['withoutHead', 'coming', 'ended'] as const
export type DepartmentFilter = (typeof departmentFilters)[number]
