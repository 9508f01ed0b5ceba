/** The sign of the product. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" className="shrink-0">
      <circle cx="16" cy="16" r="14" className="fill-accent" />
      <circle cx="16" cy="16" r="4.5" className="fill-on-accent" />
      <path
        d="M9.5 22.5a9.2 9.2 0 0 1 0-13M22.5 9.5a9.2 9.2 0 0 1 0 13"
        className="fill-none stroke-on-accent"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  )
}
