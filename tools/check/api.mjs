// Checks the documents of the API: every export has a doc comment, every type of ours that an export mentions can be
// looked up, every {@link} leads somewhere. `--write` also writes them to docs/api, as HTML.
import { join } from 'node:path';
import { Application, ReflectionKind, makeRecursiveVisitor } from 'typedoc';

const root = join(import.meta.dirname, '../..');
const app = await Application.bootstrap({ options: join(root, 'tools/typedoc.json') });
const project = await app.convert();
if (project === undefined) process.exit(1);
app.validate(project);

/** Types that only help other types along; what they come to is shown where they are used. */
const helpers = new Set([
  ...['DEFAULTS', 'RunAgain', 'RuntimeModels', 'ServicePort', 'EntityState', 'AbstractClass', 'Optional', 'OwnKey'],
  ...[
    'AnyFunction',
    'IsUntyped',
    'Expand1',
    'Expand2',
    'Expand3',
    'Select1',
    'Select2',
    'Select3',
    'HasKeys',
    'AnyKeys',
  ],
  ...[
    'OptionsFor',
    'ClassesOf',
    'RegisteredName',
    'OnlyOne',
    'ValueOf',
    'MethodOf',
    'EntityLike',
    'Rows',
    'MemberNames',
  ],
  ...[
    'ActionNames',
    'KeysOf',
    'ActionTypes',
    'RecordClass',
    'AnyDeclaration',
    'ReservedName',
    'RowsOfType',
    'features',
  ],
  ...['KeyNames', 'ValueOfEach', 'InquiryPlan', 'UnknownField', 'Empty', 'DetailFields', 'NumberOperand', 'TextPart'],
  ...[
    'UntypedOperand',
    'EqualityValue',
    'OptionForms',
    'releases',
    'StoreSnapshot',
    'Comparable',
    'WellKnownServices',
    'ExactDecimal',
  ],
]);

const ours = new Set(app.options.getValue('packagesRequiringDocumentation'));
const complaints = new Set();
for (const reflection of Object.values(project.reflections)) {
  const name = reflection.getFriendlyFullName();
  if (reflection.kindOf(ReflectionKind.Function) && !reflection.signatures?.some(({ comment }) => comment)) {
    complaints.add(`${name} has no doc comment.`);
  }
  // TypeDoc itself checks this for a single entry point alone.
  const visitor = makeRecursiveVisitor({
    reference(type) {
      const isMissing = !type.reflection && !type.externalUrl && !type.isIntentionallyBroken();
      if (isMissing && ours.has(type.package) && !helpers.has(type.qualifiedName))
        complaints.add(`${type.qualifiedName} of ${type.package} is not exported.`);
    },
  });
  reflection.type?.visit(visitor);
}
for (const complaint of complaints) app.logger.error(complaint);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);
if (process.argv.includes('--write')) await app.generateOutputs(project);
console.log(`${project.getReflectionsByKind(ReflectionKind.SomeExport).length} exports are documented`);
