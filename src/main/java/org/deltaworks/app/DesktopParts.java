package org.deltaworks.app;

import java.util.List;
import java.util.function.Supplier;
import org.deltaworks.domain.demos.Demo;
import org.deltaworks.service.Workbench;
import org.deltaworks.service.models.ModelCheckService;
import org.deltaworks.service.settings.AboutService;
import org.deltaworks.service.training.RecipeFiles;
import org.deltaworks.ui.adapters.AdaptersViewModel.AdapterMerging;
import org.deltaworks.ui.shell.MachineStatus;

/**
 * Everything that the window works on.
 *
 * @param workbench the use cases
 * @param checks hashes and NaN search of models
 * @param recipes saved forms
 * @param about versions and licences
 * @param merging writes merged models
 * @param demos the bundled demos
 * @param machine looks at memory now; called off the window's thread
 */
public record DesktopParts(
    Workbench workbench,
    ModelCheckService checks,
    RecipeFiles recipes,
    AboutService about,
    AdapterMerging merging,
    Supplier<List<Demo>> demos,
    Supplier<MachineStatus> machine) {}
