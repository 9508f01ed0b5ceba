/** What stands in a table under a name that somebody typed; nothing of what every object inherits. */
export function ownValue<Value>(table: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
