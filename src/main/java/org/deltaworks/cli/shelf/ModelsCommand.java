package org.deltaworks.cli.shelf;

import org.deltaworks.cli.console.Group;
import picocli.CommandLine.Command;

/** Gathers the commands over models. */
@Command(name = "models", description = "Lists and adds base models.")
public final class ModelsCommand extends Group {}
