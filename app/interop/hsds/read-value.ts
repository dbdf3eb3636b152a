/** A value as it is gathered; `note` says what was done to it, `lost` that nothing usable was there. */
export interface ReadValue {
  value: string | number | boolean | string[] | null;
  note?: { reason: string; code: string };
  lost?: true;
  /** The whole row cannot be taken. */
  refuse?: true;
}
