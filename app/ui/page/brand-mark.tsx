/** The house with a person in it. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <path d="M3 13 13 4l10 9v9H3z" fill="none" stroke="#E8A33D" strokeWidth="2.4" strokeLinejoin="round" />
      <path
        d="M8.5 22c0-3 2-4.8 4.5-4.8s4.5 1.8 4.5 4.8"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <circle cx="13" cy="13.2" r="2.3" fill="#fff" />
    </svg>
  );
}
