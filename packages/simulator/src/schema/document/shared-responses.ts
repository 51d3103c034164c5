/** A response without a record of an entity: what it means, and whether it has an error body or a location. */
export interface SharedResponse {
  readonly description: string;
  readonly error: boolean;
  /** What the `Location` header is for. */
  readonly location?: string;
}

const precondition =
  'Either the header of the request specifies that the entity has to be inserted but an entity with these keys already exists in the database and cannot be inserted, or the header specifies that the entity has to be updated but there is no entity with these keys in the database.';
const invalid = { description: 'The data specified in the request is invalid.', error: true };
const started = {
  description: 'The operation is in progress.',
  error: false,
  location: 'A URL that can be used to check the status of the operation through the GET HTTP method.',
};

/** Shared responses by the name they have in OpenAPI documents. */
export const sharedResponses: Readonly<Record<string, SharedResponse>> = {
  ContractBasedControllerBase_401: { description: 'The user is not logged in to the system.', error: true },
  ContractBasedControllerBase_500: { description: 'Internal server error.', error: true },
  ContractBasedControllerBase_409: {
    description: 'A long operation is running for this screen in the current session. Please try again later.',
    error: false,
  },
  InvokeAction_204: {
    description: 'The operation that was initiated by the action is completed.',
    error: false,
    location: 'A URL that can be used to obtain the processed entity through the GET HTTP method.',
  },
  InvokeAction_202: started,
  InvokeAction_400: invalid,
  InvokeAction_412: { description: precondition, error: true },
  DeleteByKeys_204: { description: 'The record is successfully deleted.', error: false },
  PutFile_204: {
    description: 'The file is successfully attached.',
    error: false,
    location: 'A URL that can be used to retrieve the file from the system.',
  },
  DeleteById_204: { description: 'The record is successfully deleted.', error: false },
  PutEntity_400: invalid,
  PutEntity_412: { description: precondition, error: true },
  PatchEntity_400: invalid,
  PatchEntity_404: { description: 'The specified record cannot be found in the system.', error: true },
  PatchEntity_412: { description: precondition, error: true },
  StartReport_202: started,
  StartReport_400: invalid,
};
