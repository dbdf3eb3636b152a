import { useId } from "react";

/** A pattern that survives grey print: too early, too few, still in progress. Each drawing needs its own name. */
export function useHatch(): { name: string; fill: string } {
  const name = `hatch${useId().replace(/\W/g, "")}`;
  return { name, fill: `url(#${name})` };
}

export function HatchPattern({ name }: { name: string }) {
  return (
    <defs>
      <pattern id={name} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className="hatch-ground" />
        <line x1="0" y1="0" x2="0" y2="7" className="hatch-line" />
      </pattern>
    </defs>
  );
}
