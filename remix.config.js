/**
 * Options of the Remix plugin; vite.config.ts imports them. Every v3 flag is on, so the later move to React Router is mechanical.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
const options = {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
  },
};
export default options;
