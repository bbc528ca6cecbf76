// How long the longest name of a query is, and of what stands for a name in its variables: keys of inputs and values of enums.
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  visit,
} from 'graphql';

/** Of all words in a text, names or not: a quick look before the exact one. */
export function longestWord(text: string): number {
  let longest = 0;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isWord =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
    length = isWord ? length + 1 : 0;
    if (length > longest) longest = length;
  }
  return longest;
}

export function longestName(document: DocumentNode): number {
  let longest = 0;
  const note = (name: string) => {
    longest = Math.max(longest, name.length);
  };
  visit(document, { Name: ({ value }) => note(value), EnumValue: ({ value }) => note(value) });
  return longest;
}

/** Walks as far as the types reach and no further, so that the depth of a hostile value is no matter. */
export function longestGivenName(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  let longest = 0;
  const look = (type: GraphQLInputType, value: unknown): void => {
    if (isNonNullType(type)) look(type.ofType, value);
    else if (isListType(type)) for (const each of Array.isArray(value) ? value : [value]) look(type.ofType, each);
    else if (isEnumType(type)) longest = Math.max(longest, typeof value === 'string' ? value.length : 0);
    else if (isInputObjectType(type) && typeof value === 'object' && value !== null) {
      const fields = type.getFields();
      for (const [key, each] of Object.entries(value)) {
        const field = fields[key];
        longest = Math.max(longest, key.length);
        if (field) look(field.type, each);
      }
    }
  };
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const value = variables[variable.name.value];
    const known = value === undefined ? undefined : typeFromAST(schema, type);
    if (known) look(known as GraphQLInputType, value);
  }
  return longest;
}
