import { transformSync } from '@babel/core';
import swc from '@swc/jest';
import relay from 'babel-plugin-relay';

/** Puts what relay-compiler has written in the place of each graphql`…`, as Relay's bundler plugins do, and compiles the rest as everything else. */
export default {
  createTransformer(options) {
    const compiled = swc.createTransformer(options);
    return {
      ...compiled,
      process: (source, file, given) => compiled.process(withArtifacts(source, file), file, given),
      processAsync: (source, file, given) => compiled.processAsync(withArtifacts(source, file), file, given),
    };
  },
};

const withArtifacts = (source, filename) =>
  transformSync(source, {
    filename,
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: ['typescript'] },
    plugins: [[relay, { eagerEsModules: true }]],
  }).code;
