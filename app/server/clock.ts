export type Clock = () => Date

/** The clock of the machine, or one that showed `start` at the moment it was made and runs on from there. */
export function clockFrom(start: Date | undefined, machine: Clock = () => new Date()): Clock {
  if (!start) return machine
  const ahead = start.getTime() - machine().getTime()
  return () => new Date(machine().getTime() + ahead)
}
