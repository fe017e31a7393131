import { DirectedGraph } from 'graphology';
import graphml from 'graphology-graphml';

interface Node {
  /** As it is shown. */
  readonly label: string;
  /** The very name, as JSON. */
  readonly name: string;
  readonly slug: string;
  readonly kind: string;
}
interface Edge {
  readonly weight: number;
  readonly direct: number;
  readonly articles: number;
}

/** The network of an export, by another reader. */
export const readGraphml = (file: string): DirectedGraph<Node, Edge> =>
  graphml.parse(DirectedGraph, file) as unknown as DirectedGraph<Node, Edge>;
