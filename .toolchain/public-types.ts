import { join } from 'node:path'
import ts from 'typescript'
import { widgetSources } from '../packages/embed/widgets.ts'
import type { PublishedWidget } from './widgets-manifest.ts'

const root = join(import.meta.dirname, '..')
const printer = ts.createPrinter({ removeComments: false })

/** The types of the whole program, as the compiler sees them. */
function readProgram(): { readonly checker: ts.TypeChecker; readonly files: readonly ts.SourceFile[] } {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const entries = [...Object.values(widgetSources).map(({ source }) => source), 'packages/contract/index.ts']
  const program = ts.createProgram(
    entries.map((entry) => join(root, entry)),
    options,
  )
  const files = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('node_modules'))
  return { checker: program.getTypeChecker(), files }
}

const docOf = (node: ts.Node): string => {
  const source = node.getSourceFile().text
  const [doc] = (ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []).filter(({ pos }) =>
    source.startsWith('/**', pos),
  )
  // What follows @tag stands in the manifest, from which editors take it.
  return doc ? `${source.slice(doc.pos, doc.end).replace(/(?:\n \*)?\n \* @tag [^]*(?=\n \*\/$)/, '')}\n` : ''
}

/**
 * Declarations of the widgets, their events and all that these are made of, in one file without any import but Lit's. What the
 * contract derives from its schemas is written out, so that nobody needs the library those are made with.
 *
 * @throws if a public type is made of something that has no declaration of its own
 */
export function publicTypes(widgets: readonly PublishedWidget[]): string {
  const { checker, files } = readProgram()
  const written = new Map<string, string>()

  const resolved = (symbol: ts.Symbol | undefined) =>
    symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol

  const declarationNamed = (name: string): ts.Declaration => {
    for (const file of files) {
      const symbol = checker.getSymbolAtLocation(file)
      const found = symbol && checker.getExportsOfModule(symbol).find((each) => each.name === name)
      const declaration = resolved(found)?.declarations?.find(isType)
      if (declaration) return declaration
    }
    throw new Error(`No file of ours exports the type ${name}`)
  }

  function named(name: ts.Identifier): ts.Declaration | undefined {
    // A node that the compiler has made up has no place in a file; its name is one of ours, or of the language.
    if (name.pos < 0) return globalNames.test(name.text) ? undefined : declarationNamed(name.text)
    return resolved(checker.getSymbolAtLocation(name))?.declarations?.find(isType)
  }

  /** Writes what a node names, if it is ours. */
  function writeWhatIsNamed(node: ts.Node): void {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
      const declaration = named(node.typeName)
      if (declaration && files.includes(declaration.getSourceFile())) write(declaration)
    }
    ts.forEachChild(node, writeWhatIsNamed)
  }

  function write(declaration: ts.Declaration): void {
    const name = (declaration as ts.InterfaceDeclaration).name.text
    if (written.has(name)) return
    written.set(name, '')
    written.set(name, docOf(declaration) + textOf(declaration, name))
  }

  function textOf(declaration: ts.Declaration, name: string): string {
    if (ts.isClassDeclaration(declaration)) return classOf(declaration, name)
    if (ts.isTypeAliasDeclaration(declaration) && /\bz\.\w+<|\btypeof\b/.test(declaration.getText()))
      return `export type ${name} = ${spelledOut(checker.getTypeAtLocation(declaration), declaration)}`
    writeWhatIsNamed(declaration)
    return `export ${declaration.getText().replace(/^export /, '')}`
  }

  function spelledOut(type: ts.Type, near: ts.Node): string {
    const { NoTruncation, InTypeAlias, UseStructuralFallback } = ts.NodeBuilderFlags
    const node = checker.typeToTypeNode(type, undefined, NoTruncation | InTypeAlias | UseStructuralFallback)!
    writeWhatIsNamed(node)
    return printer.printNode(ts.EmitHint.Unspecified, node, near.getSourceFile())
  }

  const typed = (node: ts.PropertyDeclaration | ts.AccessorDeclaration | ts.ParameterDeclaration): string => {
    if (node.type) {
      writeWhatIsNamed(node.type)
      return node.type.getText()
    }
    return checker.typeToString(checker.getTypeAtLocation(node), node, ts.TypeFormatFlags.NoTruncation)
  }

  /** An event with its fields and how it is made; an element with what its docblock publishes. */
  function classOf(declaration: ts.ClassDeclaration, name: string): string {
    const published = widgets.find((widget) => widget.declaration.name === name)?.declaration
    const chain = [declaration, ...ancestors(declaration)]
    const members = published
      ? (published.members ?? []).flatMap(({ name: member, kind, static: ofClass }) => {
          if (kind !== 'field' || ofClass) return []
          const node = chain
            .flatMap(({ members: own }) => [...own])
            .find((own) => own.name?.getText() === member)
          return node && (ts.isPropertyDeclaration(node) || ts.isAccessor(node)) ? [field(node, chain)] : []
        })
      : declaration.members.map((member) => {
          if (ts.isPropertyDeclaration(member)) return field(member, chain)
          if (ts.isConstructorDeclaration(member))
            return `  constructor(${member.parameters.map((each) => `${each.name.getText()}: ${typed(each)}`).join(', ')})`
          throw new Error(`${name} has a member that a public event cannot have: ${member.getText()}`)
        })
    return `export declare class ${name} extends ${published ? 'LitElement' : 'Event'} {\n${members.join('\n')}\n}`
  }

  function field(node: ts.PropertyDeclaration | ts.AccessorDeclaration, chain: readonly ts.Node[]): string {
    const name = node.name.getText()
    const isReadonly =
      ts.isPropertyDeclaration(node) &&
      node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword)
    const settable = chain.some((each) =>
      (each as ts.ClassDeclaration).members.some(
        (own) => ts.isSetAccessor(own) && own.name.getText() === name,
      ),
    )
    const fixed = isReadonly || (ts.isGetAccessor(node) && !settable)
    return `${docOf(node)}  ${fixed ? 'readonly ' : ''}${name}: ${typed(node)}`
  }

  function ancestors(declaration: ts.ClassDeclaration): ts.ClassDeclaration[] {
    const base = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
    const symbol = base && resolved(checker.getSymbolAtLocation(base.types[0]!.expression))
    const above = symbol?.declarations?.find(ts.isClassDeclaration)
    return above && files.includes(above.getSourceFile()) ? [above, ...ancestors(above)] : []
  }

  for (const { declaration, events } of widgets)
    for (const { name } of [declaration, ...events]) write(declarationNamed(name))
  return `import { LitElement } from 'lit'\n\n${[...written.values()].join('\n\n')}\n`
}

const isType = (node: ts.Declaration) =>
  ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)

const globalNames = /^(?:Array|ReadonlyArray|Record|Partial|Readonly|Extract|Omit|Pick|Promise|AbortSignal)$/
