import { execSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Tests run the built package, as its users do: worker threads need .js files, and one copy of each module. */
export function setup(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  execSync("npm run -s build", { cwd: root, stdio: "inherit" });
}
