"""What replicas share through Redis: conversations, their order, rates, and messages seen."""
