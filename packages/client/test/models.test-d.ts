import { expectTypeOf } from 'expect-type';
import type { AcumaticaClient, DynamicEntity, EntityService } from 'acurecord';

declare const client: AcumaticaClient;

// Without registered classes the well-known services complete, and their records are dynamic.
expectTypeOf(client.salesOrders.getById('SO')).resolves.toEqualTypeOf<DynamicEntity>();
expectTypeOf(client.service('Anything').getById('1')).resolves.toEqualTypeOf<DynamicEntity>();
expectTypeOf(client.customers).toMatchTypeOf<EntityService<DynamicEntity>>();
// @ts-expect-error -- a misspelt service is a mistake; services outside the well-known ones are reached by service()
void client.custmers;

// The client's own members keep their types beside the services.
expectTypeOf(client.listServices()).toEqualTypeOf<string[]>();
expectTypeOf(client.with({ branch: 'MAIN' })).toEqualTypeOf<AcumaticaClient>();

// Options are checked.
// @ts-expect-error -- there is no such option
void client.customers.getList({ filtre: '' });
