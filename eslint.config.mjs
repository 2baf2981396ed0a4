import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import lit from 'eslint-plugin-lit'
import a11y from 'eslint-plugin-lit-a11y'
import sort from 'eslint-plugin-simple-import-sort'
import wc from 'eslint-plugin-wc'
import ts from 'typescript-eslint'

const browser = ['widgets/**/*.ts', 'demo-site/**/*.ts', 'packages/{client,kit,embed,desk}/**/*.ts']
const tests = ['**/*.test.ts', '**/testing.ts', 'test/**']

const inTemplates = (element) => `TaggedTemplateExpression[tag.name=/^(html|svg)$/] ${element}`
const blockedByCsp = 'A strict CSP blocks this: use `static styles`, or style.setProperty() in updated().'
const trustedTypes = 'Trusted Types refuse this: build nodes, or let Lit render them.'
const blockedInTemplates = [
  { selector: inTemplates('TemplateElement[value.raw=/\\bstyle\\s*=/i]'), message: blockedByCsp },
  { selector: inTemplates('TemplateElement[value.raw=/<style\\b/i]'), message: blockedByCsp },
]
const blockedInCode = [
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: blockedByCsp,
  },
  {
    selector: 'CallExpression[callee.property.name="createElement"][arguments.0.value=/^(script|style)$/]',
    message: blockedByCsp,
  },
  { selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]', message: trustedTypes },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: trustedTypes,
  },
]
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one name, wherever it is used.',
}

const forbiddenImports = [
  { regex: '/directives/style-map(\\.js)?$', message: blockedByCsp },
  {
    regex: '/directives/unsafe-(html|svg|mathml)(\\.js)?$',
    message: 'It would carry foreign text past Trusted Types.',
  },
]

export default defineConfig(
  globalIgnores(['**/node_modules/', 'dist/', '.cache/', 'var/', '**/custom-elements.json']),

  js.configs.recommended,
  ts.configs.recommended,
  {
    plugins: { sort },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // One block: platform and npm, our packages, neighbours.
      'sort/imports': [
        'error',
        { groups: [['^node:', '^@?\\w', '^@amtsweg/', '^\\.\\.', '^\\.', '^\\u0000']] },
      ],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-continue': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'no-nested-ternary': 'error',
      'no-restricted-imports': ['error', { patterns: forbiddenImports }],
      'no-restricted-syntax': ['error', ...blockedInTemplates, ...blockedInCode, defaultExport],
      'object-shorthand': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-member-accessibility': ['error', { accessibility: 'no-public' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['**/*.{mjs,cjs}', 'packages/wordpress/block/*.js'],
    // TypeScript knows what exists (checkJs), and WordPress what its editor brings; a list of globals would only go stale.
    rules: { 'no-undef': 'off' },
  },
  {
    files: browser,
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], a11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement', 'AmtElement', 'DeskPage'] } },
    rules: {
      // These two see one template at a time and know no <label for> and no aria-activedescendant; axe and the keyboard
      // tests judge the rendered whole.
      'lit-a11y/accessible-name': 'off',
      'lit-a11y/click-events-have-key-events': 'off',
      'no-restricted-properties': [
        'error',
        {
          object: 'customElements',
          property: 'define',
          message: 'Use define() of the kit: it can be repeated.',
        },
      ],
    },
  },
  {
    files: ['backend/**/*.ts'],
    ignores: ['backend/main.ts', 'backend/cli.ts', ...tests],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only main.ts and cli.ts read the environment.' },
      ],
    },
  },
  {
    // Assertions of chai are getters, and its accessible() makes every one of them look like a promise.
    files: ['widgets/**/*.test.ts', 'packages/{kit,embed}/*.test.ts', 'packages/desk/**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  {
    // Two versions on one page are no fault, but whoever made the page will want to know.
    files: ['packages/embed/loader*.ts'],
    rules: { 'no-console': ['error', { allow: ['info', 'warn'] }] },
  },
  {
    files: ['packages/kit/define.ts', ...tests],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.config.*', 'stories/**'],
    rules: { 'no-restricted-syntax': ['error', ...blockedInTemplates, ...blockedInCode] },
  },
  {
    // Tests make pages as others make them.
    files: tests,
    rules: { 'no-restricted-syntax': ['error', ...blockedInTemplates, defaultExport] },
  },
  {
    files: ['backend/main.ts', 'backend/cli.ts', '.toolchain/**', 'test/**', '**/*.config.*'],
    rules: { 'no-console': 'off' },
  },
)
