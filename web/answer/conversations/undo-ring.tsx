/** A ring that runs out while a reply can be taken back; a number where motion is not wanted. */
export function UndoRing({ left, until }: { left: number; until: string }) {
  return (
    <span className="relative inline-flex size-5 items-center justify-center">
      <svg viewBox="0 0 20 20" className="absolute size-5 -rotate-90 motion-reduce:hidden" aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="none" strokeWidth="2" className="stroke-line" />
        <circle
          key={until}
          cx="10"
          cy="10"
          r="8"
          fill="none"
          strokeWidth="2"
          pathLength={10}
          strokeDasharray="10"
          strokeDashoffset={10 - Math.min(10, left)}
          className="stroke-accent transition-[stroke-dashoffset] duration-1000 ease-linear"
        />
      </svg>
      <span aria-hidden="true" className="tabular text-[0.625rem]">
        {left}
      </span>
    </span>
  )
}
