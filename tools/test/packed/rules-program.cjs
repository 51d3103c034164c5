const { AcumaticaConfigError, Entity, entity, field } = require('acurecord');

/** What a compiler makes of a class with legacy decorators. */
function define(name, members) {
  const target = { [name]: class extends Entity {} }[name];
  for (const [member, decorate] of Object.entries(members)) {
    const accessor = { get: () => undefined, set: () => undefined, configurable: true };
    Object.defineProperty(target.prototype, member, decorate(target.prototype, member, accessor));
  }
  entity(name)(target);
  return target;
}

function rules() {
  try {
    return [require('class-validator').IsEmail()];
  } catch {
    return [() => undefined];
  }
}

async function main() {
  const Plain = define('Plain', {
    CreditLimit: field.decimal(),
    CustomerName: field.string({ required: true }),
  });
  const Ruled = define('Ruled', { Email: field.string({ rules: rules() }) });
  const wrongType = await new Plain({ CreditLimit: true }).validate().catch((error) => error);
  const ruled = await new Ruled({ Email: 'nobody' }).validate().catch((error) => error);
  const suggestions = ruled instanceof AcumaticaConfigError ? ruled.suggestions : [];
  console.log(JSON.stringify({ wrongType: wrongType.message, rules: ruled.message, suggestions }));
}

main();
