import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What the ledger was at a size, signed.', simpleResolvers: true })
export class Checkpoint {
  @Field(() => String, { description: 'The name of the ledger.' })
  origin!: string;

  @Field(() => Int, { description: 'How many revisions it held.' })
  size!: number;

  @Field(() => String, { description: 'The head of its Merkle tree (RFC 6962), in hexadecimal digits.' })
  rootHash!: string;

  @Field(() => String, { description: 'An Ed25519 key (RFC 8032), in hexadecimal digits.' })
  publicKey!: string;

  @Field(() => String, { description: 'By that key, in hexadecimal digits, of the lines that note begins with.' })
  signature!: string;
}

@ObjectType({
  description:
    'The log of all writes: each revision, with the hash of everything that it recorded or changed, in a Merkle tree. Whoever keeps a checkpoint can prove later that nothing was changed.',
  simpleResolvers: true,
})
export class Ledger {
  @Field(() => Int, { description: 'How many revisions it holds.' })
  size!: number;

  @Field(() => String, { description: 'The head of its Merkle tree (RFC 6962), in hexadecimal digits.' })
  rootHash!: string;
}

@ObjectType({
  description: 'A record with the way up to the head of its revision’s tree.',
  simpleResolvers: true,
})
export class ProvenRecord {
  @Field(() => String, { description: 'All that was recorded, as canonical JSON (RFC 8785).' })
  json!: string;

  @Field(() => Int, { description: 'The revision that recorded it so.' })
  revision!: number;

  @Field(() => Int, { description: 'Its place among the records of the revision, from 0.' })
  index!: number;

  @Field(() => [String], { description: 'The hashes beside the way up, from below, in hexadecimal digits.' })
  path!: string[];
}

@ObjectType({
  description: 'What the ledger says of a revision, with the way up to the head of the log.',
  simpleResolvers: true,
})
export class ProvenEntry {
  @Field(() => String, {
    description: 'Who wrote when, how many records, and the head of their tree: canonical JSON (RFC 8785).',
  })
  json!: string;

  @Field(() => Int, { description: 'Its place in the log is this less one.' })
  revision!: number;

  @Field(() => [String], { description: 'The hashes beside the way up, from below, in hexadecimal digits.' })
  path!: string[];
}

@ObjectType({
  description:
    'That something was accepted as it is shown: its records are in the trees of their revisions, these are in the log, and the log is signed for. It can be checked without a server, by the module verify-proof.js.',
  simpleResolvers: true,
})
export class LedgerProof {
  @Field(() => [ProvenRecord], { description: 'What is proven, each part as its newest revision left it.' })
  records!: ProvenRecord[];

  @Field(() => [ProvenEntry], { description: 'The revisions that recorded these.' })
  entries!: ProvenEntry[];
}
