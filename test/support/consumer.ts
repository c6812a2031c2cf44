import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** A file of a package that uses ours; it exists in memory alone. */
const CONSUMER = join(root, "test/consumer.ts");

/** What a consumer may have set up, besides `strict`. */
const SETTINGS = {
  node: { types: ["node"], lib: ["lib.es2023.d.ts"] },
  browser: { types: [], lib: ["lib.es2023.d.ts", "lib.dom.d.ts"] },
} as const;

/**
 * Compiles a file that imports the built package by its name, declarations of the package included.
 *
 * @param text TypeScript
 * @param setting which globals the consumer has
 * @returns what the compiler says, as `line: message`; empty when all is well
 */
export function compileConsumer(text: string, setting: keyof typeof SETTINGS = "node"): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [...SETTINGS[setting].types],
    lib: [...SETTINGS[setting].lib],
  };
  const host = ts.createCompilerHost(options, true);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (name) => name === CONSUMER || fileExists(name);
  host.readFile = (name) => (name === CONSUMER ? text : readFile(name));
  host.getSourceFile = (name, version, ...rest) =>
    name === CONSUMER ? ts.createSourceFile(name, text, version, true) : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([CONSUMER], options, host);
  const ours = program.getSourceFiles().filter(({ fileName }) => fileName === CONSUMER || isOurs(fileName));
  const said = [...program.getGlobalDiagnostics(), ...ours.flatMap((file) => diagnosticsOf(program, file))];
  return said.map(({ file, start, messageText }) => {
    const line = (file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0) + 1;
    const place = file === undefined || file.fileName === CONSUMER ? "" : `${relative(root, file.fileName)} `;
    return `${place}${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

function diagnosticsOf(program: ts.Program, file: ts.SourceFile): readonly ts.Diagnostic[] {
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
}

function isOurs(file: string): boolean {
  return file.startsWith(join(root, "dist"));
}

/** A declaration file and what it names from outside. */
interface DeclarationFile {
  /** Path from the repository's root. */
  readonly file: string;
  readonly text: string;
  /** Packages it imports from, and files and type packages it refers to. */
  readonly outside: readonly string[];
}

/**
 * The declaration files a consumer's compiler reads, from one on.
 *
 * @param entry path from the repository's root
 * @returns each file once, the entry first
 */
export function declarationsFrom(entry: string): DeclarationFile[] {
  const seen = new Map<string, DeclarationFile>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    const text = readFileSync(join(root, file), "utf8");
    const { importedFiles, referencedFiles, typeReferenceDirectives } = ts.preProcessFile(text);
    const imported = importedFiles.map(({ fileName }) => fileName);
    const isInside = (specifier: string): boolean => specifier.startsWith(".");
    const outside = [
      ...imported.filter((one) => !isInside(one)),
      ...named(referencedFiles),
      ...named(typeReferenceDirectives),
    ];
    seen.set(file, { file, text, outside });
    for (const specifier of imported.filter(isInside)) {
      visit(relative(root, resolve(root, dirname(file), specifier.replace(/\.js$/, ".d.ts"))));
    }
  };
  visit(entry);
  return [...seen.values()];
}

function named(references: readonly ts.FileReference[]): string[] {
  return references.map(({ fileName }) => fileName);
}
