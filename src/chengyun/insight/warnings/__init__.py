"""Early warnings: rules and growth tests over what comes in, each warning with its evidence, until somebody decides."""
