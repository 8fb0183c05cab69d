import type { ReactNode } from 'react'
import { Button } from '#app/ui/form/actions'
import { Hidden } from '#app/ui/form/fields'

interface PressFormProps {
  /** One-time key of this button: another one than that of any other form on the page. */
  formKey: string
  action: string
  kind?: 'primary' | 'secondary' | 'text' | undefined
  /** Words for those who cannot see what the button stands next to. */
  hidden?: string | undefined
  children: ReactNode
}

/** A verb that asks nothing but the press of its button, which stands where the thing is shown. */
export function PressForm({ formKey, action, kind, hidden, children }: PressFormProps) {
  return (
    <form method="post" action={action} className="no-print">
      <Hidden name="formKey" value={formKey} />
      <Button kind={kind} hidden={hidden}>
        {children}
      </Button>
    </form>
  )
}
