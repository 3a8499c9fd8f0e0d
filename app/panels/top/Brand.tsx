/** The mark: a moon, half in shadow. */
export function Brand() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path fill="var(--accent)" d="M8 1a7 7 0 1 0 0 14 8.8 8.8 0 0 1 0-14Z" />
      <path fill="none" stroke="var(--accent)" strokeOpacity="0.5" d="M8 1.5a6.5 6.5 0 0 1 0 13" />
    </svg>
  );
}
