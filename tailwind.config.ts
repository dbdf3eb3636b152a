import type { Config } from "tailwindcss";

const colors = [
  "ink", "muted", "page", "surface", "sunken", "line", "control", "primary", "primary-hover", "primary-soft", "link",
  "focus", "focus-dark", "bar", "accent", "ok", "ok-bg", "warn", "warn-bg", "bad", "bad-bg", "info", "info-bg", "neu", "neu-bg",
  "chart-1", "chart-2", "chart-3", "chart-4",
];

/** Utilities speak the design's tokens only (design.md section 8): p-4 is --s4, text-sm is --t-sm, text-muted is --muted. */
export default {
  content: ["./app/**/*.{ts,tsx}"],
  theme: {
    screens: { sm: "520px", md: "820px", lg: "1100px", xl: "1400px" },
    colors: {
      transparent: "transparent",
      current: "currentColor",
      white: "#fff",
      ...Object.fromEntries(colors.map((name) => [name, `var(--${name})`])),
    },
    spacing: { 0: "0", px: "1px", 1: "var(--s1)", 2: "var(--s2)", 3: "var(--s3)", 4: "var(--s4)", 5: "var(--s5)", 6: "var(--s6)", 7: "var(--s7)" },
    borderRadius: { none: "0", 1: "var(--r1)", 2: "var(--r2)", 3: "var(--r3)", full: "999px" },
    fontSize: {
      xs: "var(--t-xs)", sm: "var(--t-sm)", staff: "var(--t-staff)", md: "var(--t-md)", public: "var(--t-public)",
      lg: "var(--t-lg)", xl: "var(--t-xl)", "2xl": "var(--t-2xl)", figure: "var(--t-figure)",
    },
    fontFamily: { sans: "var(--font)", mono: "var(--mono)" },
  },
} satisfies Config;
