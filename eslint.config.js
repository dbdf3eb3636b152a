import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { houseRules } from "./tests/setup/lint/house-rules.js";

const readsTheClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take the time from ctx.clock.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take the time from ctx.clock.",
  },
];
/** A day, an hour or a year by its length, or a date cut out of an instant, which is the day in London. */
const countsTime = [
  {
    selector:
      "Literal[value=86400000], Literal[value=3600000], Literal[value=7200000], Literal[value=86400], Literal[value=31536000], BinaryExpression[operator='*'][left.value=24][right.value=60], BinaryExpression[operator='*'][left.value=60][right.value=60], BinaryExpression[operator='*'][left.right.value=24][right.value=60], BinaryExpression[operator='*'][left.right.value=60][right.value=60]",
    message:
      "Lengths of time are domain/kernel/durations.ts; days of the calendar are domain/kernel/calendar.ts.",
  },
  {
    selector:
      "CallExpression[callee.property.name='slice'][callee.object.callee.property.name='toISOString'], CallExpression[callee.property.name=/^(getTimezoneOffset|formatToParts|(get|set)(UTC)?(Date|Day|Hours|Month|FullYear))$/], TemplateElement[value.raw=/^T00:00:00/]",
    message: "Days and hours are read by domain/kernel/calendar.ts, in a time zone.",
  },
];
const readsTheEnvironment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "Settings are read in app/env.server.ts.",
  },
];

const readsAForm = [
  {
    selector: "CallExpression[callee.property.name='formData']",
    message: "A page says what its forms are by intent, schema and act: deskAction and its like read them.",
  },
  {
    selector:
      "TSTypeReference[typeName.name='FormData'], CallExpression[callee.object.name='form'][callee.property.name=/^(get|getAll|has|entries)$/]",
    message: "An act takes the typed input of its schema (app/auth/form-fields.ts), not the posted form.",
  },
];

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      "build/",
      "data/",
      "app/db/generated/",
      "public/",
      "test-results/",
      "playwright-report/",
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  ...tseslint.configs.strict,
  {
    plugins: { house: houseRules },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // Indexed access is `T | undefined` in this tsconfig; `!` says "inside the bounds".
      "@typescript-eslint/no-non-null-assertion": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "off",
      "house/file-name": "error",
      "house/long-file": ["warn", { max: 150, skipBlankLines: true, skipComments: true }],
      "max-lines": ["error", { max: 250 }],
      "house/long-function": ["warn", { max: 40, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["app/**/*.tsx"],
    plugins: { ...jsxA11y.flatConfigs.recommended.plugins, "react-hooks": reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      // An error summary takes the focus, and a scrolling table can be reached by key: both are the design's.
      "jsx-a11y/no-autofocus": "off",
      "jsx-a11y/no-noninteractive-tabindex": [
        "error",
        { roles: ["region"], tags: [], allowExpressionValues: true },
      ],
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "house/literal-text": "error",
    },
  },
  {
    files: ["app/**/*.ts", "app/**/*.tsx"],
    ignores: [
      "app/env.server.ts",
      "app/db/run-postgres-tool.ts",
      "app/analysis/analysis-process.ts",
      "**/*.test.ts",
      "**/*.test.tsx",
    ],
    rules: { "no-restricted-syntax": ["error", ...readsTheEnvironment, ...countsTime] },
  },
  {
    files: ["app/routes/**/*.{ts,tsx}"],
    // The browser's own form, which it fills as it is typed.
    ignores: ["app/routes/intake/find/use-draft.ts"],
    rules: { "no-restricted-syntax": ["error", ...readsTheEnvironment, ...readsAForm] },
  },
  {
    files: ["app/domain/**/*.ts"],
    ignores: ["app/domain/kernel/clock.ts", "app/domain/kernel/ids.ts", "**/*.test.ts"],
    rules: { "no-restricted-syntax": ["error", ...readsTheEnvironment, ...readsTheClock, ...countsTime] },
  },
  {
    files: ["app/domain/kernel/{calendar,durations}.ts"],
    rules: { "no-restricted-syntax": ["error", ...readsTheEnvironment, ...readsTheClock] },
  },
  {
    files: ["{cli,prisma,server}/**/*.ts", "server.ts"],
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-syntax": ["error", ...countsTime] },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/ui/placed-html.tsx"],
    rules: { "house/placed-html": "error" },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/domain/kernel/policy.server.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@casl/prisma",
              importNames: ["accessibleBy"],
              message:
                "A role without a rule would see everything: whereFor() of the kernel answers with no row.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["**/*.test.{ts,tsx}", "tests/**", "**/specs/**", "**/frameworks/**", "prisma/seeds/**"],
    rules: {
      "max-lines-per-function": "off",
      "house/long-function": "off",
    },
  },
);
