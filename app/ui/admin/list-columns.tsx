import { DataTable } from '#app/ui/table'

export interface ShownColumn {
  readonly label: string
  readonly about: string
  readonly example: string
  readonly required: boolean
}

/** What a file must hold, for whoever prepares it. */
export function ListColumns({ columns }: { columns: readonly ShownColumn[] }) {
  return (
    <DataTable
      caption="ファイルの列"
      rows={columns}
      keyOf={({ label }) => label}
      columns={[
        { key: 'label', label: '見出し', cell: ({ label }) => label },
        { key: 'required', label: '要否', cell: ({ required }) => (required ? '必須' : '任意') },
        { key: 'example', label: '例', cell: ({ example }) => example || '（空欄）' },
        { key: 'about', label: '書き方', className: 'min-w-64', cell: ({ about }) => about },
      ]}
    />
  )
}
