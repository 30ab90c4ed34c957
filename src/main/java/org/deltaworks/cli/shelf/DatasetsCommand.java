package org.deltaworks.cli.shelf;

import org.deltaworks.cli.console.Group;
import picocli.CommandLine.Command;

/** Gathers the commands over datasets. */
@Command(name = "datasets", description = "Lists, adds and previews files of examples.")
public final class DatasetsCommand extends Group {}
