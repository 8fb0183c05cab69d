export const peopleFilters = ['withoutPost', 'withoutAccount', 'unused', 'stopped'] as const
export type PeopleFilter = (typeof peopleFilters)[number]
