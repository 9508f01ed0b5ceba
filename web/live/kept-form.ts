import { useEffect, useState } from 'react'

const start = 'earshot.form.'

/**
 * The fields of a form, kept in this browser with every change, so that a closed tab loses nothing that was typed.
 * `forget` is called once it is saved. Never for passwords and tokens.
 */
export function useKeptForm<Fields extends object>(
  name: string,
  initial: Fields,
): { fields: Fields; change: (part: Partial<Fields>) => void; forget: (next?: Fields) => void; isChanged: boolean } {
  const [fields, setFields] = useState<Fields>(() => ({ ...initial, ...readKept<Fields>(name) }))
  const changed = changedFields(fields, initial)
  const isChanged = changed !== '{}'
  useEffect(() => {
    if (changed === '{}') localStorage.removeItem(start + name)
    else keep(name, changed)
  }, [name, changed])
  return {
    fields,
    isChanged,
    change: (part) => setFields((before) => ({ ...before, ...part })),
    forget: (next = initial) => {
      localStorage.removeItem(start + name)
      setFields(next)
    },
  }
}

function readKept<Fields extends object>(name: string): Partial<Fields> {
  try {
    const fields: Partial<Fields> = JSON.parse(localStorage.getItem(start + name) ?? '{}')
    return fields
  } catch {
    return {}
  }
}

/** Only what differs is kept, so that a change made elsewhere meanwhile shows in the fields that were left alone. */
function changedFields(fields: object, initial: object): string {
  const before = new Map(Object.entries(initial))
  const differs = ([name, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(before.get(name))
  return JSON.stringify(Object.fromEntries(Object.entries(fields).filter(differs)))
}

function keep(name: string, fields: string): void {
  try {
    localStorage.setItem(start + name, fields)
  } catch {
    // The browser's store is full or closed; the form still holds it.
  }
}
