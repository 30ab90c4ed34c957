package org.deltaworks.domain.training;

/**
 * A run that is asked for and not written down yet: its process first reads everything the run
 * needs, so that what cannot be trained is refused and leaves nothing behind.
 *
 * @param id key that is kept free for it in the catalog
 * @param name name that was free when it was asked for
 * @param draft every setting, with paths that hold wherever the process runs
 * @param model name of its base
 */
public record RunProposal(long id, String name, TrainingDraft draft, String model) {}
