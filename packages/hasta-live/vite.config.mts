import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  build: { target: "es2022", lib: { entry: "../../src/Hasta.Web/Client/live/hasta-live.ts", formats: ["es"], fileName: "hasta-live" } },
});
