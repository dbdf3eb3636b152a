// The directions of docs/architecture.md section 3. There is no list of exceptions.

/** kernel <- organizations <- directory, households <- referrals <- engagement <- reports <- linkage <- measures <- goals */
const below = {
  kernel: [],
  organizations: ["kernel"],
  directory: ["kernel", "organizations"],
  households: ["kernel", "organizations"],
  referrals: ["kernel", "organizations", "directory", "households"],
  engagement: ["kernel", "organizations", "directory", "households", "referrals"],
  reports: ["kernel", "organizations", "directory", "households", "referrals", "engagement"],
  linkage: ["kernel", "organizations", "directory", "households", "referrals", "engagement", "reports"],
  measures: [
    "kernel",
    "organizations",
    "directory",
    "households",
    "referrals",
    "engagement",
    "reports",
    "linkage",
  ],
  goals: [
    "kernel",
    "organizations",
    "directory",
    "households",
    "referrals",
    "engagement",
    "reports",
    "linkage",
    "measures",
  ],
  jurisdiction: ["kernel", "organizations", "directory", "households", "referrals"],
  feedback: ["kernel", "organizations", "directory", "households", "referrals"],
};

const test = "\\.test\\.tsx?$";
const ours = "^(app|server|cli|prisma|server\\.ts)";
const rule = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

/** A room may reach only these folders of app/ (and packages). */
const only = (room, allowed, comment, to = {}) =>
  rule(
    `${room}-reaches-only`,
    { path: `^app/${room}/`, pathNot: test },
    { path: ours, pathNot: `^app/(${[room, ...allowed].join("|")})`, ...to },
    comment,
  );

/** A folder beside app/ may reach only itself, these rooms of app/ and these others. */
const besideApp = (folder, rooms, others, comment) =>
  rule(
    `${folder}-reaches-only`,
    { path: `^${folder}(/|\\.ts$)`, pathNot: test },
    { path: ours, pathNot: `^(${[`${folder}/`, `app/(${rooms.join("|")})`, ...others].join("|")})` },
    comment,
  );

/** The domain from outside: its doors, and its pure files. */
const domainFromOutside = ["domain/[^/]+/index\\.server\\.ts$", "domain/(?!.*\\.server\\.ts$)"];

const roomRules = Object.entries(below).map(([room, lower]) =>
  rule(
    `domain-${room}`,
    { path: `^app/domain/${room}/`, pathNot: test },
    { path: "^app/domain/", pathNot: `^app/domain/(${[room, ...lower].join("|")})/` },
    "Arrows inside the domain never turn back.",
  ),
);

module.exports = {
  forbidden: [
    rule(
      "no-circle",
      {},
      { circular: true },
      "A circle cannot be understood from one end; one of types alone no better.",
    ),
    ...roomRules,
    rule(
      "domain-by-the-door",
      { path: "^app/domain/([^/]+)/", pathNot: test },
      {
        path: "^app/domain/.*\\.server\\.ts$",
        pathNot: "^app/domain/($1/|[^/]+/index\\.server\\.ts$)",
      },
      "A sibling room is entered through its door; its pure files may be read.",
    ),
    rule(
      "one-door-to-the-gate",
      { path: ours, pathNot: `^app/domain/kernel/|${test}` },
      { path: "^app/domain/kernel/.*\\.server\\.ts$", pathNot: "/index\\.server\\.ts$" },
      "whereFor, audit and outbox are reached through the kernel's door alone.",
    ),
    only("domain", ["db/"], "The domain knows no web, no page, no process.", {
      dependencyTypesNot: ["type-only"],
    }),
    only("db", [], "db reaches storage and nothing of ours."),
    only("ui", ["locales/", "paths\\.ts$"], "ui would serve another product unchanged."),
    only("locales", [], "locales knows languages, dates and sentences, and nothing of what they are about."),
    only(
      "listing-words",
      // Pure files of the directory may be read.
      ["locales/(?!.*\\.server\\.ts$)", "domain/directory/(?!.*\\.server\\.ts$)"],
      "listing-words says the facts of a listing; it reads none and draws nothing.",
    ),
    only(
      "board-report",
      [
        "env\\.server",
        "locales/",
        "ui/markup\\.ts$",
        "domain/goals/",
        "domain/measures/(?!.*\\.server\\.ts$)",
      ],
      "board-report draws what was frozen; it asks nobody.",
    ),
    only(
      "auth",
      ["db/", "env\\.server", "domain/(kernel|organizations)/", "notify/templates", "paths\\.ts$"],
      "auth knows who is calling, not what they do.",
    ),
    only(
      "notify",
      ["db/", "env\\.server", ...domainFromOutside, "listing-words/", "locales/", "paths\\.ts$"],
      "notify carries messages after the fact.",
    ),
    only("interop", ["db/", "env\\.server", ...domainFromOutside], "interop translates at the edge."),
    only(
      "analysis",
      ["env\\.server", "domain/[^/]+/[^/]+(?<!\\.server)\\.ts$", "domain/measures/specs/"],
      "analysis talks through files and rows; it may read pure definitions.",
    ),
    only(
      "worker",
      ["db/", "env\\.server", "analysis/", "interop/", "notify/", ...domainFromOutside],
      "worker runs what is due: it calls rooms, and knows no caller and no page.",
    ),
    besideApp(
      "server",
      ["auth/", "db/", "env\\.server", "locales/", "worker/", "domain/kernel/(?!.*\\.server\\.ts$)"],
      ["prisma/(apply-migrations|seed)\\.ts$", "prisma/seeds/"],
      "server starts, guards and hands on; it knows no referral. Pages reach it as what Remix built.",
    ),
    besideApp(
      "cli",
      [
        "auth/",
        "board-report/",
        "db/",
        "env\\.server",
        "analysis/",
        "interop/",
        "locales/",
        "notify/",
        "worker/",
        ...domainFromOutside,
      ],
      ["prisma/apply-migrations\\.ts$", "prisma/seeds/(demo-extracts|invent-history)\\.ts$"],
      "A command opens the database and calls one room.",
    ),
    besideApp(
      "prisma",
      ["auth/", "db/", "env\\.server", ...domainFromOutside],
      [],
      "Seeds go through the rooms' operations; migrations know only the database.",
    ),
    rule(
      "routes-stay-out-of-storage",
      { path: "^app/routes/", pathNot: test },
      { path: "^(app/(db|worker|analysis)/|prisma/|server/|node_modules/(pg|pg-boss|@prisma)/)" },
      "A page reaches rows through the domain's doors.",
    ),
    rule(
      "routes-through-doors",
      { path: "^app/routes/", pathNot: test },
      {
        path: "^app/domain/.*\\.server\\.ts$",
        pathNot: "/index\\.server\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
      "Operations are called through the room's door.",
    ),
    rule(
      "routes-apart",
      { path: "^app/routes/([^/]+)/([^/.$]+[^/]*)\\.tsx?$" },
      {
        path: "^app/routes/([^/]+)/[^/]*(\\$|\\.)[^/]*\\.tsx?$",
        pathNot: "(^app/routes/$1/|\\.server\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
      "A page never imports another desk's page.",
    ),
    rule(
      "client-free-of-server",
      { path: "^app/(ui/|entry\\.client)", pathNot: test },
      { path: "\\.server\\.tsx?$" },
      "What a browser may load never reaches server code.",
    ),
    rule(
      "pure-means-pure",
      { path: "^app/domain/", pathNot: "(\\.server\\.ts|\\.test\\.ts)$" },
      {
        path: "(\\.server\\.ts$|node_modules/(pg|pg-boss|@prisma/adapter-pg)/|^(fs|net|http|child_process)$)",
        dependencyTypesNot: ["type-only"],
      },
      "A file without .server imports no driver.",
    ),
    rule(
      "no-tests-in-the-product",
      { path: "^(app|server|cli|prisma)", pathNot: test },
      { path: "^tests/" },
      "Tests look at the product, not the other way.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(app/db/generated/|build/|data/)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
  },
};
