// Draws the arguments of a field: as literals, as variables given, left out, null or with a default, and variables inside literals.
import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Prng } from '../../data/generate/prng';
import { drawRepresentations } from './draw-representations';
import { drawValue, EnumName, literalOf, Reference } from './draw-value';
import type { Values } from './world-values';

export interface DeclaredVariable {
  name: string;
  /** as declared, with its default */
  text: string;
}

export class ArgumentDrawer {
  readonly declared: DeclaredVariable[] = [];
  readonly given: Record<string, unknown> = {};

  constructor(
    private readonly values: Values,
    private readonly source: Prng,
  ) {}

  /** `(a: 1, b: $v)` or nothing. */
  argumentsOf(place: string, args: readonly GraphQLArgument[]): string {
    const texts = args.flatMap((argument) => {
      if (!isNonNullType(argument.type) && !this.source.perMille(argument.name === 'first' ? 850 : 350)) return [];
      return [`${argument.name}: ${this.valueAt(argument.type, `${place}.${argument.name}`)}`];
    });
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  /** `@skip(if: …)` or `@include(if: …)`, mostly one that leaves the field in. */
  condition(): string {
    const { source } = this;
    const skips = source.perMille(500);
    const value = source.perMille(350) ? skips : !skips;
    const name = skips ? 'skip' : 'include';
    if (source.perMille(400)) return ` @${name}(if: ${value})`;
    const variable = this.nextName();
    const form = source.weighted([
      ['given', 6],
      ['default', 2],
      ['overruled', 1],
      ['null', 0],
    ]);
    if (form === 'given') this.declare(variable, 'Boolean!', value);
    else
      this.declare(
        variable,
        `Boolean = ${form === 'default' ? value : !value}`,
        form === 'default' ? undefined : value,
      );
    return ` @${name}(if: $${variable})`;
  }

  private valueAt(type: GraphQLInputType, place: string): string {
    const { source } = this;
    const value = place.endsWith('_entities.representations')
      ? drawRepresentations(this.values, source)
      : drawValue(type, place, this.values, source);
    if (place.endsWith('_entities.representations') || source.perMille(400)) return this.asVariable(type, value);
    return literalOf(this.withReferences(type, value, place));
  }

  private asVariable(type: GraphQLInputType, value: unknown): string {
    const { source } = this;
    const name = this.nextName();
    const nullable = !isNonNullType(type);
    const bare = String(getNullableType(type));
    const form = source.weighted([
      ['given', 20],
      ['stricter', nullable ? 4 : 0],
      ['absent', nullable ? 3 : 0],
      ['null', nullable ? 2 : 0],
      ['default', 3],
      ['overruled', 2],
      ['unsaid', 1],
    ]);
    const asDefault = literalOf(value);
    const constant = value !== null && !asDefault.includes('$');
    if (form === 'stricter') this.declare(name, `${bare}!`, value);
    else if (form === 'absent') this.declare(name, bare, undefined);
    else if (form === 'null') this.declare(name, bare, null);
    else if (form === 'default' && constant) this.declare(name, `${bare} = ${asDefault}`, undefined);
    else if (form === 'overruled' && constant)
      this.declare(name, `${bare} = ${asDefault}`, source.perMille(300) ? null : value);
    // A required one that nobody gives.
    else if (form === 'unsaid' && source.perMille(300)) this.declare(name, String(type), undefined);
    else this.declare(name, String(type), value);
    return `$${name}`;
  }

  /** Puts a variable in the place of one value inside a list or an object. */
  private withReferences(type: GraphQLInputType, value: unknown, place: string): unknown {
    const bare = getNullableType(type);
    if (isListType(bare) && Array.isArray(value))
      return value.map((each) => (this.source.perMille(200) ? this.reference(bare.ofType, each) : each));
    if (!isInputObjectType(bare) || typeof value !== 'object' || value === null || value instanceof EnumName)
      return value;
    const fields = bare.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => {
        const field = fields[name];
        if (!field) return [name, each];
        return [
          name,
          this.source.perMille(250)
            ? this.reference(field.type, each)
            : this.withReferences(field.type, each, `${place}.${name}`),
        ];
      }),
    );
  }

  private reference(type: GraphQLInputType, value: unknown): Reference {
    return new Reference(this.asVariable(type, value).slice(1));
  }

  private declare(name: string, text: string, value: unknown): void {
    this.declared.push({ name, text: `$${name}: ${text}` });
    if (value !== undefined) this.given[name] = JSON.parse(JSON.stringify(value));
  }

  private nextName(): string {
    return `v${this.declared.length}`;
  }
}
