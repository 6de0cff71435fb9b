// The packages whose scripts the build copies to the site's assets/lib, for the types of what is used.
declare module "*/lib/yaml/index.js" {
  export * from "yaml";
}
declare module "*/lib/json-schema/index.js" {
  export * from "@cfworker/json-schema";
}
