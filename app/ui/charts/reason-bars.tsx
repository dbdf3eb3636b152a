import { HatchPattern, useHatch } from "./hatch";

export type ReasonBar = {
  key: string;
  label: string;
  /** null: too few to show; no bar is drawn, only the words. */
  count: number | null;
  /** "241", or "1 to 10, hidden". */
  words: string;
};

/** Reasons with their counts, longest first as given, on one scale from zero. Missing reasons are a row like any other. */
export function ReasonBars({ reasons }: { reasons: readonly ReasonBar[] }) {
  const most = Math.max(1, ...reasons.map((reason) => reason.count ?? 0));
  return (
    <ul className="reason-bars">
      {reasons.map((reason) => (
        <li key={reason.key}>
          <span>{reason.label}</span>
          {reason.count === null ? <HiddenBar /> : <CountBar share={reason.count / most} />}
          <b>{reason.words}</b>
        </li>
      ))}
    </ul>
  );
}

function CountBar({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="16" className="bar-ground" />
      <rect width={Math.round(share * 1000) / 10} height="16" className="bar-4" />
    </svg>
  );
}

function HiddenBar() {
  const hatch = useHatch();
  return (
    <svg viewBox="0 0 400 16" preserveAspectRatio="xMinYMid slice" aria-hidden="true">
      <HatchPattern name={hatch.name} />
      <rect width="400" height="16" fill={hatch.fill} />
    </svg>
  );
}
