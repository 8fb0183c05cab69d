import { Disclosure } from '#app/ui/disclosure'
import { Checkbox, CheckboxGroup } from '#app/ui/form/choices'
import { textOf } from '#app/ui/form/field'
import type { FormState } from '#app/ui/form/form-state'
import { SearchPick } from '#app/ui/form/search-pick'
import { type Pickable, practiceLabels as labels } from '#app/ui/practices/labels'

export interface ProjectChoices {
  readonly ownProjects: readonly Pickable[]
  readonly otherProjects: readonly Pickable[]
  readonly found: readonly Pickable[] | null
}

interface ProjectPickProps {
  form: FormState
  choices: ProjectChoices
}

/** For the head, where the reporter did not know the project. */
export function ProjectPick({ form, choices }: ProjectPickProps) {
  return (
    <>
      <CheckboxGroup
        form={form}
        name="projectIds"
        label={labels.projectIds}
        required
        hint="報告した人は「分からない」を選びました。当てはまるものを選んでください。"
        options={choices.ownProjects}
      >
        <Checkbox form={form} name="noProject" label="当てはまる事務事業はない" />
      </CheckboxGroup>
      <Disclosure
        summary="ほかの課の事務事業をさがす"
        open={choices.found !== null || choices.otherProjects.length > 0}
      >
        <SearchPick
          form={form}
          name="otherProjectIds"
          label={labels.otherProjectIds}
          searchLabel="事務事業の名前・番号・課の名前"
          multiple
          chosen={choices.otherProjects}
          results={choices.found}
          query={textOf(form, 'otherProjectIdsQuery')}
        />
      </Disclosure>
    </>
  )
}
