package org.deltaworks.cli.shelf;

import org.deltaworks.cli.console.Group;
import picocli.CommandLine.Command;

/** Gathers the commands over adapters. */
@Command(name = "adapters", description = "Lists, imports and tidies adapters.")
public final class AdaptersCommand extends Group {}
