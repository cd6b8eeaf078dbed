// Who may import whom. The table stands in README.md, "The house".
const features = [
  "accounts",
  "administration",
  "development",
  "home",
  "networks",
  "notifications",
  "packs",
  "people",
  "resources",
  "schools",
  "search",
];
const foundations = "accounts|schools|networks";
const content = "packs|resources";
const frontDoor = "index(\\.server)?\\.ts$";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "db-stands-alone",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(app|scripts|tests)/" },
    },
    {
      name: "ui-knows-no-product",
      severity: "error",
      from: { path: "^app/ui/" },
      to: {
        path: "^(app/(features|wiring|platform)|db|scripts|tests)/",
        pathNot: "^app/platform/(i18n/|http/site-path)",
      },
    },
    {
      name: "platform-knows-no-product",
      severity: "error",
      from: { path: "^app/platform/" },
      to: { path: "^(app/(features|wiring|ui)|scripts|tests)/" },
    },
    {
      name: "rules-are-pure",
      severity: "error",
      comment: "permissions.ts and facts.ts know neither database nor web",
      from: { path: "^app/features/[^/]+/(permissions|facts)\\.ts$" },
      to: {
        path: "^(db/(?!vocabulary)|app/(ui|platform/(?!services/actor)))",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pages-touch-no-tables",
      severity: "error",
      from: { path: "^app/features/[^/]+/(pages|components)/" },
      to: { path: "^db/(?!vocabulary)", dependencyTypesNot: ["type-only"] },
    },
    ...features.map((feature) => ({
      name: `${feature}-enters-by-front-doors`,
      severity: "error",
      from: { path: `^app/features/${feature}/` },
      to: { path: "^app/features/", pathNot: `^app/features/(${feature}/|[^/]+/${frontDoor})` },
    })),
    {
      name: "content-keeps-apart",
      severity: "error",
      comment:
        "a content feature knows the foundations only; search, notifications and moderation react to facts",
      from: { path: `^app/features/(${content})/` },
      to: { path: "^app/features/", pathNot: `^app/features/(${foundations}|$1)/` },
    },
    {
      name: "wiring-is-the-top",
      severity: "error",
      from: { path: "^(app|db)/", pathNot: "^app/wiring/" },
      to: { path: "^app/wiring/" },
    },
    {
      name: "only-sessions-know-lucia",
      severity: "error",
      from: { pathNot: "^app/platform/sessions/" },
      to: { path: "node_modules/lucia" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "paraglide" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
