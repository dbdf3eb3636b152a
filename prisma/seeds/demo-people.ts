/** Everybody of the told story who can sign in, on the embedded database only. */
export const demoPassword = "demo-Harbor-2026";

export interface DemoSignIn {
  email: string;
  /** What the start prints beside the address. */
  does: string;
}

export const demoSignIns: DemoSignIn[] = [];
